package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.audit.ApprovalCertificate;
import io.jianmi.core.audit.Statement;
import io.jianmi.core.json.Json;
import java.util.List;
import java.util.TreeMap;

/**
 * What an act says of itself: how its person saw each field, which ones he changed, his comment and the files with it. Each part can be
 * shown to who may know it and proven without the rest. Pure.
 *
 * @param seed salts what was seen; stays when the person is erased, since the commitments in it have a salt of their own
 * @param parts how each field was seen and whether it was changed, by key
 * @param said digests of the comment and of its files, whose salt is erased with the person
 */
public record ActStatement(byte[] seed, TreeMap<String, ObjectNode> parts, List<String> said) {

    /**
     * @param seen as {@code WorkflowRecords.View} has it
     * @param changed keys of fields, among them such as the person did not see
     */
    public static ActStatement of(byte[] seed, ObjectNode seen, List<String> changed, List<String> said) {
        TreeMap<String, ObjectNode> parts = new TreeMap<>();
        seen.properties().forEach(field -> parts.put(field.getKey(), ApprovalCertificate.part(field.getValue())));
        changed.forEach(field ->
                parts.computeIfAbsent(field, key -> Json.NODES.objectNode()).put("changed", true));
        return new ActStatement(seed, parts, said);
    }

    /** Digest of a comment; its salt tells nothing of the other commitments under the same one. */
    static String said(byte[] salt, String comment) {
        return Statement.digest(commentSalt(salt), ApprovalCertificate.COMMENT, TextNode.valueOf(comment));
    }

    /** What is given to whoever may read the comment, so that he can prove it. */
    public static String commentSalt(byte[] salt) {
        return new Statement(salt).salt(ApprovalCertificate.COMMENT);
    }

    /** The same for the files with it. */
    public static String filesSalt(byte[] salt) {
        return new Statement(salt).salt(ApprovalCertificate.FILES);
    }

    /**
     * Files as a certificate tells of them: of the name no more than a digest, for whoever has the file.
     *
     * @param facts {@code id}, {@code name}, {@code bytes}, {@code type} of each
     */
    public static ArrayNode files(byte[] salt, List<ObjectNode> facts) {
        ArrayNode files = Json.NODES.arrayNode();
        facts.forEach(file -> files.addObject()
                .put("id", file.path("id").asText())
                .put("name", Statement.digest(filesSalt(salt), "name", file.path("name")))
                .put("bytes", file.path("bytes").asLong())
                .put("type", file.path("type").asText()));
        return files;
    }

    /** Digest of what {@link #files} tells. */
    public static String enclosed(byte[] salt, ArrayNode files) {
        return Statement.digest(filesSalt(salt), ApprovalCertificate.FILES, files);
    }

    public String hash() {
        return statement().hash();
    }

    public Statement statement() {
        Statement statement = new Statement(seed);
        parts.forEach((field, part) -> statement.with(ApprovalCertificate.partName(field), part));
        said.forEach(statement::withDigest);
        return statement;
    }
}
