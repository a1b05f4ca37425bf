package fr.juliu.search;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * ONNX Runtime's native library in a folder that lasts. Left to itself, ONNX Runtime unpacks its 28 MB into the folder for
 * temporary files at every start, and a process that is killed leaves them there.
 */
final class OnnxLibrary {

    /** The property with the folder that ONNX Runtime loads it from; whoever sets it at the start has his own. */
    static final String PLACE = "onnxruntime.native.path";

    private static final String HOME = "/ai/onnxruntime/native/";
    /** The last one is not part of every platform. */
    private static final List<String> PARTS = List.of("onnxruntime", "onnxruntime4j_jni",
            "onnxruntime_providers_shared");
    private static final int BUFFER = 1 << 16;

    private OnnxLibrary() {
    }

    /**
     * Unpacks it where it does not lie yet as it is in the jar, and has it loaded from there; once in a process. Into a
     * folder that cannot be written to it is not unpacked: ONNX Runtime is left to itself.
     */
    static synchronized void unpackInto(Path folder) {
        if (System.getProperty(PLACE) != null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            boolean found = false;
            for (String part : PARTS) {
                found |= unpack(System.mapLibraryName(part), folder);
            }
            if (found) {
                System.setProperty(PLACE, folder.toAbsolutePath().toString());
            }
        } catch (IOException e) {
            // left to itself, it unpacks elsewhere; where it cannot, the model does not load, and that is told
        }
    }

    /** Unpacks a part of it; false when there is none for this platform. */
    private static boolean unpack(String part, Path folder) throws IOException {
        Path file = folder.resolve(part);
        String source = HOME + platform() + "/" + part;
        try (InputStream in = OrtEnvironment.class.getResourceAsStream(source)) {
            if (in == null) {
                return false;
            }
            if (Files.exists(file) && isSame(in, file)) {
                return true;
            }
        }
        Path whole = Files.createTempFile(folder, part, ".part");
        try (InputStream in = OrtEnvironment.class.getResourceAsStream(source)) {
            Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
        return true;
    }

    private static boolean isSame(InputStream in, Path file) throws IOException {
        try (InputStream there = Files.newInputStream(file)) {
            byte[] wanted = in.readNBytes(BUFFER);
            while (wanted.length > 0) {
                if (!Arrays.equals(wanted, there.readNBytes(wanted.length))) {
                    return false;
                }
                wanted = in.readNBytes(BUFFER);
            }
            return there.read() < 0;
        }
    }

    /** The system and the processor, as the folders in ONNX Runtime's jar name them. */
    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "osx" : system.startsWith("win") ? "win" : "linux") + "-"
                + (processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
    }
}
