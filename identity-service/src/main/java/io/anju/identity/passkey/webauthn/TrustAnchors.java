package io.anju.identity.passkey.webauthn;

import io.anju.identity.passkey.model.Attestation.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The makers' certificates that this installation believes, from a folder for each format. */
final class TrustAnchors {

    private static final int MOST_FILES = 100;

    private TrustAnchors() {}

    /**
     * Reads them all, so that a wrong one stops the start and not an enrolment.
     *
     * @throws IllegalStateException if the folder is not there, or a file in it holds no certificate
     */
    static Map<Format, Set<TrustAnchor>> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("anju.identity.passkey.attestation.trust-anchors is no folder: " + folder);
        }
        var anchors = new EnumMap<Format, Set<TrustAnchor>>(Format.class);
        for (Format format : Format.values()) {
            anchors.put(format, ofFormat(folder.resolve(format.identifier())));
        }
        return anchors;
    }

    private static Set<TrustAnchor> ofFormat(Path folder) {
        var anchors = new HashSet<TrustAnchor>();
        for (Path file : files(folder)) {
            anchors.addAll(certificates(file));
        }
        return Set.copyOf(anchors);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.list(folder)) {
            var files = found.filter(file -> file.toString().endsWith(".pem")).toList();
            if (files.size() > MOST_FILES) {
                throw new IllegalStateException("more than " + MOST_FILES + " files in " + folder);
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<TrustAnchor> certificates(Path file) {
        try (var in = Files.newInputStream(file)) {
            var anchors = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
                    .toList();
            if (anchors.isEmpty()) {
                throw new IllegalStateException("no certificate in " + file);
            }
            return anchors;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (CertificateException noCertificate) {
            throw new IllegalStateException("no certificate in " + file, noCertificate);
        }
    }
}
