package io.jianmi.form.field.richtext;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class RichTextTypeContractTest extends FieldTypeContract {

    RichTextTypeContractTest() {
        super("rich-text", "\"maxLength\": 20");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted("\"<b>重点</b>客户\"", "\"<p><strong>重点</strong>客户</p>\""),
                new Accepted(
                        "\"<P>strong&lt;1%_</P><ul><li>b</ul>\"", "\"<p>strong&lt;1%_</p><ul><li><p>b</p></li></ul>\""),
                new Accepted("\"=1+1\"", "\"<p>=1+1</p>\""),
                new Accepted("\"<hr>\"", "\"<hr>\""),
                new Accepted("\"12345678901234567890\"", "\"<p>12345678901234567890</p>\""),
                new Accepted("\"<p><br></p>\"", "null"),
                new Accepted("\"\"", "null"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("true", "field.type"),
                new Refused("{\"html\": \"a\"}", "field.type"),
                new Refused("\"<script>alert(1)</script>\"", "field.html-forbidden"),
                new Refused("\"<table><tr><td>a</td></tr></table>\"", "field.html-unsupported"),
                new Refused("\"<p>123456789012345678901</p>\"", "field.too-long"));
    }

    @Override
    protected String hiddenPart() {
        return "strong";
    }
}
