package dev.tributary.upstream;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for a configured base URL. */
final class BaseUrl {
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|\\d+\\.\\d+\\.\\d+\\.\\d+");
    private static final Pattern NUMBER_AT_END =
            Pattern.compile("(.*\\.)?\\d[^.]*\\.?"); // no name of a host is like that
    private static final int HIGHEST_PORT = 65_535;

    private BaseUrl() {}

    /** The URL without slashes at its end: services take {@code //v5/} for another path. */
    static URI of(String text) {
        return URI.create(text.replaceAll("/+$", ""));
    }

    /** Why this cannot be the base URL of an upstream or of IAM; empty if it can. Names are not resolved. */
    static Optional<String> fault(String text, boolean allowPlainHttp) {
        return faultOfForm(text).or(() -> faultOfPlace(URI.create(text), allowPlainHttp));
    }

    /** Why this cannot be a base URL at all. Enough for the services that give a machine its credentials. */
    static Optional<String> faultOfForm(String text) {
        try {
            return faultOfForm(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.of("is not a URL");
        }
    }

    private static Optional<String> faultOfForm(URI url) {
        if (url.getScheme() == null || !Set.of("http", "https").contains(url.getScheme()) || url.getHost() == null) {
            return Optional.of("is not of the form https://host or https://host:port/path");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            return Optional.of("must have no query, no fragment and no user");
        }
        return url.getPort() == 0 || url.getPort() > HIGHEST_PORT
                ? Optional.of("names a port that does not exist")
                : Optional.empty();
    }

    private static Optional<String> faultOfPlace(URI url, boolean allowPlainHttp) {
        if (url.getScheme().equals("http") && !allowPlainHttp) {
            return Optional.of("is plain http, which tributary.allow-plain-http=true would allow");
        }
        return isRefusedAddress(url.getHost())
                ? Optional.of("is a link-local address, where a machine's own credentials live")
                : Optional.empty();
    }

    private static boolean isRefusedAddress(String host) {
        if (!ADDRESS.matcher(host).matches()) {
            return NUMBER_AT_END.matcher(host).matches(); // to some resolvers 0xA9FEA9FE is 169.254.169.254
        }
        try {
            return InetAddress.getByName(host).isLinkLocalAddress(); // also in IPv6's clothes, ::ffff:169.254.…
        } catch (UnknownHostException noAddress) {
            return true; // a zone that this machine does not have: zones belong to link-local addresses
        }
    }
}
