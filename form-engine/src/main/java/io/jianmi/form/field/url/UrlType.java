package io.jianmi.form.field.url;

import io.jianmi.core.privacy.identifier.NormalForm;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.form.field.CheckedText;
import io.jianmi.form.field.Report;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** An address that a browser may follow: http or https, with a host, without a user's name before it (RFC 3986, 7.6). */
public final class UrlType extends CheckedText {

    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public UrlType() {
        super("url", Sensitivity.INTERNAL, null, NormalForm.TEXT);
    }

    @Override
    protected boolean valid(String text, Report report) {
        boolean valid = followed(text);
        if (!valid) {
            report.error("field.url-invalid");
        }
        return valid;
    }

    private static boolean followed(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            String authority = uri.getRawAuthority();
            return scheme != null
                    && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                    && authority != null
                    && !authority.contains("@")
                    && !authority.startsWith(":");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    protected int maxLength() {
        return LONGEST;
    }

    @Override
    public Set<String> searchModes() {
        return Set.of("exact");
    }
}
