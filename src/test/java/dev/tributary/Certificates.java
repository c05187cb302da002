package dev.tributary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority that whoever is given its {@link #trustStore} trusts, and what it certifies; made by the JDK's keytool. */
record Certificates(Path directory) {
    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";

    /** An authority of its own, whose files stand in that directory. */
    static Certificates in(Path directory) {
        Certificates made = new Certificates(directory);
        made.keytool(
                AUTHORITY, "-genkeypair", "-alias", AUTHORITY, "-keyalg", "EC", "-dname", "CN=Test CA", "-ext", "bc:c");
        made.keytool(AUTHORITY, "-exportcert", "-alias", AUTHORITY, "-file", made.file("authority.crt"));
        made.keytool("trusted", "-importcert", "-noprompt", "-alias", AUTHORITY, "-file", made.file("authority.crt"));
        return made;
    }

    /** Options of a Java virtual machine that trusts the authority. */
    String[] trustStore() {
        return new String[] {
            "-Djavax.net.ssl.trustStore=" + directory.toAbsolutePath().resolve("trusted"),
            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
        };
    }

    /** For {@code localhost}, for a month. */
    PfxOptions valid() {
        return certified("valid", "-0d");
    }

    /** For {@code localhost}, for a month that has passed. */
    PfxOptions expired() {
        return certified("expired", "-60d");
    }

    /** As PEM, for {@code localhost}: {@code tls.crt} and {@code tls.key}, with a serial number that no other has. */
    Map<String, String> pem(String name) {
        PfxOptions made = certified(name, "-0d");
        try {
            KeyStore store = KeyStore.getInstance(Path.of(made.getPath()).toFile(), PASSWORD.toCharArray());
            return Map.of(
                    "tls.crt", pem("CERTIFICATE", store.getCertificate(name).getEncoded()),
                    "tls.key",
                            pem(
                                    "PRIVATE KEY",
                                    store.getKey(name, PASSWORD.toCharArray()).getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The authority's certificate as a PEM file. */
    Path authority() {
        try {
            KeyStore store = KeyStore.getInstance(Path.of(file(AUTHORITY)).toFile(), PASSWORD.toCharArray());
            String pem = pem("CERTIFICATE", store.getCertificate(AUTHORITY).getEncoded());
            return Files.writeString(directory.toAbsolutePath().resolve("authority.pem"), pem);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(String type, byte[] encoded) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }

    /** A client that trusts the authority, and only this. */
    SSLContext trusting() {
        try {
            KeyStore store = KeyStore.getInstance(Path.of(file("trusted")).toFile(), PASSWORD.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private PfxOptions certified(String name, String from) {
        keytool(name, "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=localhost");
        keytool(name, "-certreq", "-alias", name, "-file", file(name + ".csr"));
        keytool(
                AUTHORITY,
                "-gencert",
                "-alias",
                AUTHORITY,
                "-infile",
                file(name + ".csr"),
                "-outfile",
                file(name + ".crt"),
                "-startdate",
                from,
                "-validity",
                "30",
                "-ext",
                "san=dns:localhost");
        keytool(name, "-importcert", "-noprompt", "-alias", AUTHORITY, "-file", file("authority.crt"));
        keytool(name, "-importcert", "-alias", name, "-file", file(name + ".crt"));
        return new PfxOptions().setPath(file(name)).setPassword(PASSWORD);
    }

    private String file(String name) {
        return directory.toAbsolutePath().resolve(name).toString();
    }

    private void keytool(String store, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", file(store), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.add("-J-XX:TieredStopAtLevel=1"); // it is started some twenty times, for a moment each
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
