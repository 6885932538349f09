package io.jianmi.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A library of the packed server.
 *
 * @param version of the library
 */
record ThirdParty(String group, String artifact, String version) implements Comparable<ThirdParty> {

    private static final Path REPOSITORY = Path.of(System.getProperty(
            "maven.repo.local",
            Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));

    /** Poms above poms; more would be a circle. */
    private static final int DEEPEST = 10;

    /** The libraries of others that a packed server is made of, by what Quarkus writes beside it. */
    static List<ThirdParty> of(Path dependencies) throws IOException {
        return Files.readAllLines(dependencies).stream()
                .map(line -> line.split(":", -1))
                .filter(part -> part.length > 3 && !part[0].equals("io.jianmi"))
                .map(part -> new ThirdParty(part[0], part[1], part[part.length - 1]))
                .distinct()
                .sorted()
                .toList();
    }

    String coordinates() {
        return group + ":" + artifact + ":" + version;
    }

    /** Parts for one kind of machine are there on machines of that kind only. */
    boolean everywhere() {
        return !artifact.matches(".*(linux|osx|windows).*");
    }

    /** As its pom names it, or one above; "" when none does. */
    String licences() throws IOException {
        try {
            Optional<Element> pom = pom(group, artifact, version);
            for (int depth = 0; pom.isPresent() && depth < DEEPEST; depth++) {
                List<String> named = new ArrayList<>();
                for (Element licence : children(child(pom.get(), "licenses").orElse(null), "license")) {
                    child(licence, "name").map(ThirdParty::text).ifPresent(named::add);
                }
                if (!named.isEmpty()) {
                    return String.join(" / ", named);
                }
                Optional<Element> parent = child(pom.get(), "parent");
                pom = parent.isEmpty()
                        ? Optional.empty()
                        : pom(
                                named(parent.get(), "groupId"),
                                named(parent.get(), "artifactId"),
                                named(parent.get(), "version"));
            }
            return "";
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the pom of " + coordinates() + " cannot be read", e);
        }
    }

    private static Optional<Element> pom(String group, String artifact, String version)
            throws IOException, ParserConfigurationException, SAXException {
        Path file = REPOSITORY
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement());
        }
    }

    private static String named(Element element, String name) {
        return child(element, name).map(ThirdParty::text).orElse("");
    }

    private static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    private static Optional<Element> child(Element element, String name) {
        return children(element, name).stream().findFirst();
    }

    private static List<Element> children(@Nullable Element element, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = element == null ? null : element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element one && one.getTagName().equals(name)) {
                found.add(one);
            }
        }
        return found;
    }

    static String list(List<ThirdParty> all) throws IOException {
        List<String> lines = new ArrayList<>();
        for (ThirdParty one : all) {
            lines.add(one.coordinates() + "  " + one.licences());
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public int compareTo(ThirdParty other) {
        return coordinates().compareTo(other.coordinates());
    }
}
