package fr.juliu.web.desk;

import fr.juliu.store.Tries;
import java.time.Duration;
import java.util.Optional;

/** Wrong passwords counted with the other replicas; who tried them is known to the database by a signature alone. */
final class SharedTries {

    private static final String USE = "try";

    private final Tries tries;
    private final DeskKey key;

    SharedTries(Tries tries, DeskKey key) {
        this.tries = tries;
        this.key = key;
    }

    Optional<Duration> count(String who, int most, Duration span) {
        return tries.count(key.sign(USE, who), most, span);
    }

    void forgive(String who) {
        tries.forgive(key.sign(USE, who));
    }
}
