package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.AttachmentForm.Answer;
import io.jianmi.e2e.Channel.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of a comment, fetched by its address, which somebody may have seen anywhere. */
final class CommentFileChannel {

    private static final byte[] CONTENT = "%PDF-1.7 附件 ".getBytes(StandardCharsets.UTF_8);

    private CommentFileChannel() {}

    /** Nothing can be added to what lies in the bin, nor to what is there for nobody, so there is no file to ask for. */
    static Map<String, Told> told(Api api, String who, Exhibit what) {
        if (what.trashed() || what.rows().keySet().stream().noneMatch(what::visibleTo)) {
            return Map.of();
        }
        AttachmentForm files = new AttachmentForm(api);
        Answer answer = fetched(files, who, enclosed(api, files, what));
        String text = answer.status() + " " + answer.headers() + " " + answer.text();
        boolean ok = answer.status() == 200;
        String code = ok ? "" : api.read(answer.text()).path("code").asText();
        return Channels.each(what, field -> new Told(text, Optional.empty(), code, ok));
    }

    /** The one file that is said to belong to the record; brought by somebody who knows of it when there is none. */
    private static String enclosed(Api api, AttachmentForm files, Exhibit what) {
        String writer = what.rows().keySet().stream()
                .filter(what::visibleTo)
                .findFirst()
                .orElseThrow();
        String comments = what.record() + "/comments";
        for (JsonNode comment : api.get(writer, comments + "?limit=100")
                .orFail("the comments")
                .body()
                .path("items")) {
            JsonNode file = comment.at("/files/0/id");
            if (!file.isMissingNode()) {
                return file.asText();
            }
        }
        String file = files.uploaded(writer, "附件.pdf", CONTENT);
        api.post(writer, comments, Map.of("text", "见附件", "files", List.of(file)))
                .orFail("commenting");
        return file;
    }

    private static Answer fetched(AttachmentForm files, String who, String file) {
        try {
            return files.download(who, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
