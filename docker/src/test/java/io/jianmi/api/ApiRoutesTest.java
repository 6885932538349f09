package io.jianmi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jianmi.core.json.Json;
import io.jianmi.core.paging.WholeList;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The file names exactly what the resources answer to. */
class ApiRoutesTest {

    private static final Map<String, Method> ROUTES = routes();

    /**
     * Asking again is answered by what is under way; where nothing is, a second look at protected values is one more to be logged, and a
     * second publishing one more version.
     */
    private static final Set<String> ASKED_AGAIN = Set.of(
            "/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/publish",
            "/api/v1/tenants/{tenant}/apps/{app}/forms/{form}/records/{id}/reveal",
            "/api/v1/tenants/{tenant}/privacy/subjects/{id}/erase");

    private final ApiFile file = new ApiFile();

    @Test
    void everyRouteIsInTheFileAndNoOther() {
        assertThat(file.operations()).isEqualTo(ROUTES.keySet());
    }

    @Test
    void everyParameterThatAResourceReadsIsInTheFile() {
        Map<String, Set<String>> missing = new TreeMap<>();
        ROUTES.forEach((route, method) -> {
            String[] words = route.split(" ", 2);
            Set<String> names = parameters(method);
            names.removeAll(file.parameters(new ApiFile.Operation(words[0], words[1])));
            if (!names.isEmpty()) {
                missing.put(route, names);
            }
        });
        assertThat(missing).isEmpty();
    }

    @Test
    void everyPostThatCreatesTakesAKeyForItself() {
        Set<String> without = new TreeSet<>();
        ROUTES.forEach((route, method) -> {
            String[] words = route.split(" ", 2);
            Set<String> statuses = file.successes(new ApiFile.Operation(words[0], words[1]));
            boolean creates = statuses.contains("201") || statuses.contains("202");
            if (words[0].equals("POST") && creates && !parameters(method).contains("Idempotency-Key")) {
                without.add(words[1]);
            }
        });
        assertThat(without).isEqualTo(ASKED_AGAIN);
    }

    @Test
    void everyListIsAnsweredPageByPage() {
        Set<String> wrong = new TreeSet<>();
        ROUTES.forEach((route, method) -> {
            String[] words = route.split(" ", 2);
            ApiFile.Operation operation = new ApiFile.Operation(words[0], words[1]);
            boolean whole = method.isAnnotationPresent(WholeList.class);
            boolean told = file.parameters(operation).containsAll(Set.of("limit", "after"));
            boolean list = words[0].equals("GET") && file.lists(operation);
            if (list && !(told && (whole || parameters(method).contains("limit"))) || whole && !list) {
                wrong.add(route);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void anAnswerThatIsNotAsAgreedIsNoticed() {
        ApiFile.Operation me = file.find("get", "/api/v1/me").orElseThrow();

        assertThat(file.departures(me, 200, "application/json", Json.parse("{\"id\":1}")))
                .anyMatch(departure -> departure.contains("/id: type"))
                .anyMatch(departure -> departure.contains("required tenants"));
        assertThat(file.departures(me, 201, "application/json", Json.NODES.objectNode()))
                .containsExactly("status 201 is not in the file");
        assertThat(file.departures(me, 404, "application/json", Json.NODES.objectNode()))
                .containsExactly("an answer application/json to 404 is not in the file");
    }

    private static Map<String, Method> routes() {
        Map<String, Method> routes = new TreeMap<>();
        for (JavaClass found : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.jianmi")) {
            if (found.isAnnotatedWith(Path.class)) {
                Class<?> resource = found.reflect();
                for (Method method : resource.getDeclaredMethods()) {
                    verb(method).ifPresent(verb -> routes.put(verb + " " + path(resource, method), method));
                }
            }
        }
        routes.keySet().removeIf(route -> !route.contains(" /api/"));
        return routes;
    }

    private static Optional<String> verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return Optional.of(verb.value());
            }
        }
        return Optional.empty();
    }

    private static String path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        return path.replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
    }

    private static Set<String> parameters(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).ifPresent(query -> names.add(query.value()));
            Optional.ofNullable(parameter.getAnnotation(HeaderParam.class)).ifPresent(head -> names.add(head.value()));
        }
        return names;
    }
}
