package fr.juliu.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A file of the model, on the classpath.
 *
 * @param checksum its CRC-32: a file that is damaged in part would load, and take some words for others
 */
record ModelFile(String name, long checksum) {

    static final ModelFile NETWORK = new ModelFile("bge-small-zh-v1.5-q.onnx", 0xbe92881aL);
    static final ModelFile VOCABULARY = new ModelFile("bge-small-zh-v1.5-q-tokenizer.json", 0x0d2a262dL);

    /**
     * What it holds.
     *
     * @throws ModelException when it is missing or damaged
     */
    byte[] read() {
        try (InputStream in = ModelFile.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new ModelException(name + " is missing");
            }
            byte[] bytes = in.readAllBytes();
            CRC32 found = new CRC32();
            found.update(bytes);
            if (found.getValue() != checksum) {
                throw new ModelException(String.format(Locale.ROOT, "%s is damaged, or another one: its CRC-32 is %08x,"
                        + " not %08x", name, found.getValue(), checksum));
            }
            return bytes;
        } catch (IOException e) {
            throw new ModelException(name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
