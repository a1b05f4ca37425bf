package fr.juliu.edition;

import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.LibraryReader;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Writes the vectors of {@code knowledge/} and of the settings, so that a first start has nothing to encode. To be run when
 * the encoder is trained anew, or much of the knowledge is new; what the file lacks is encoded at the start.
 *
 * <p>usage: ShippedVectors model/vectors.bin
 */
public final class ShippedVectors {

    private ShippedVectors() {
    }

    /** Writes the file named. */
    public static void main(String[] arguments) {
        Clock clock = Clock.systemUTC();
        try (Edition edition = Edition.of(new LibraryReader(Path.of("knowledge"), null, clock).read(),
                new ConfigFolder(Path.of("config")), clock,
                new ModelUse(true, null, Path.of(arguments[0]), ShippedVectors::fail))) {
            edition.warmUp();
            System.out.println("encoded " + edition.encoded() + " texts");
        }
    }

    private static void fail(String trouble) {
        throw new IllegalStateException(trouble);
    }
}
