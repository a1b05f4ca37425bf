package fr.juliu.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;

/**
 * A file of {@code model/}, on the classpath. What it has to hold, {@code manifest.properties} says by its SHA-256.
 *
 * @param name in the folder
 */
record ModelFile(String name) {

    static final ModelFile NETWORK = new ModelFile("encoder.onnx");
    static final ModelFile VOCABULARY = new ModelFile("vocabulary.txt");

    private static final String FOLDER = "/model/";
    private static final String MANIFEST = "manifest.properties";

    /**
     * What it holds.
     *
     * @throws ModelException when it is missing or damaged
     */
    byte[] read() {
        byte[] bytes = bytes(name);
        String found = sha256(bytes);
        if (!found.equals(checksum())) {
            throw new ModelException(
                    String.format(Locale.ROOT, "%s is damaged, or another one: its SHA-256 is %s, not %s",
                            name, found, checksum()));
        }
        return bytes;
    }

    /** The SHA-256 that it has to have, as the manifest says; empty where it says none. */
    String checksum() {
        return manifest().getProperty(name, "");
    }

    /**
     * A number that the manifest has.
     *
     * @throws ModelException when it has none such
     */
    static double number(String key) {
        try {
            return Double.parseDouble(manifest().getProperty(key, ""));
        } catch (NumberFormatException e) {
            throw new ModelException(MANIFEST + " has no number " + key, e);
        }
    }

    private static Properties manifest() {
        Properties manifest = new Properties();
        try {
            manifest.load(new ByteArrayInputStream(bytes(MANIFEST)));
            return manifest;
        } catch (IOException e) {
            throw new ModelException(MANIFEST + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = ModelFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new ModelException("model/" + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelException("model/" + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The SHA-256 of bytes, as the manifest has it. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
