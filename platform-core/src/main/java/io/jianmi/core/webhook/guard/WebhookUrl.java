package io.jianmi.core.webhook.guard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a webhook goes, read strictly: what different programs read differently is refused.
 *
 * @param secure https
 * @param host a name in lower case, a dotted IPv4 address or an IPv6 address without brackets
 * @param path with the query; begins with a slash
 */
public record WebhookUrl(boolean secure, String host, int port, String path) {

    private static final int MAX_LENGTH = 2_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MAX_PORT = 65_535;

    /** Letters, digits and hyphens, in labels (RFC 1123). */
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(?:\\.(?!$)|$)){4}");

    /** The last label of what programs read as a number: decimal, octal or hexadecimal. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");

    /** Empty for what is none: another scheme, credentials, a fragment, or a host that is no plain name or address. */
    public static Optional<WebhookUrl> parse(String text) {
        if (text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            return Optional.empty();
        }
        try {
            return read(new URI(text));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<WebhookUrl> read(URI uri) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean known = secure || "http".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        if (!known || host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.empty();
        }
        String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int port = uri.getPort() < 0 ? secure ? HTTPS : HTTP : uri.getPort();
        if (port < 1 || port > MAX_PORT || !sound(plain.toLowerCase(Locale.ROOT), host.startsWith("["))) {
            return Optional.empty();
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return Optional.of(new WebhookUrl(secure, plain.toLowerCase(Locale.ROOT), port, path + query));
    }

    private static boolean sound(String host, boolean bracketed) {
        if (bracketed) {
            return IPV6.matcher(host).matches();
        }
        return IPV4.matcher(host).matches()
                || NAME.matcher(host).matches() && !NUMBER.matcher(host).matches();
    }

    /** Whether the host is an address, so that nothing needs to be resolved. */
    public boolean literal() {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }

    /** What a list may show: queries and paths of hooks often hold secrets, so only where it goes. */
    public String place() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        boolean usual = port == (secure ? HTTPS : HTTP);
        return (secure ? "https://" : "http://") + shown + (usual ? "" : ":" + port);
    }
}
