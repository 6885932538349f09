package io.jianmi.form.field.url;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class UrlTypeContractTest extends FieldTypeContract {

    UrlTypeContractTest() {
        super("url", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"https://example.com/a?b=c#d\"", "\"https://example.com/a?b=c#d\""),
                new Accepted("\"HTTP://例子.中国:8080/路径\"", "\"HTTP://例子.中国:8080/路径\""),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("\"javascript:alert(1)\"", "field.url-invalid"),
                new Refused("\"https://user:secret@example.com/\"", "field.url-invalid"),
                new Refused("\"example.com\"", "field.url-invalid"),
                new Refused("\"https:///path\"", "field.url-invalid"),
                new Refused("\"ftp://example.com\"", "field.url-invalid"),
                new Refused("5", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "example.com/a";
    }
}
