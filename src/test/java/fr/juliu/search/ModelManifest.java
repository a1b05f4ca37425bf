package fr.juliu.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes the manifest of an encoder that is not the shipped one. The folder has to be called {@code model} and to stand
 * in the first folder of the classpath.
 *
 * <p>usage: ModelManifest FOLDER
 */
public final class ModelManifest {

    private ModelManifest() {
    }

    /** Writes the manifest beside the files of the folder named. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path manifest = folder.resolve("manifest.properties");
        List<String> checksums = List.of(checksum(folder, ModelFile.NETWORK), checksum(folder, ModelFile.VOCABULARY));
        Files.write(manifest, checksums);
        try (SentenceEncoder encoder = new SentenceEncoder(null)) {
            double[] probe = encoder.probe();
            Files.writeString(manifest, String.format(Locale.ROOT, "%s%nprobe.like=%.3f%nprobe.unlike=%.3f%n",
                    String.join("\n", checksums), probe[0], probe[1]));
        }
    }

    private static String checksum(Path folder, ModelFile file) throws IOException {
        return file.name() + "=" + ModelFile.sha256(Files.readAllBytes(folder.resolve(file.name())));
    }
}
