package io.jianmi.core.json;

/** JSON Pointers (RFC 6901), built by hand since we only ever append. */
public final class Pointer {

    private Pointer() {}

    public static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public static String child(String parent, int index) {
        return parent + "/" + index;
    }
}
