package fr.juliu.keep.watch;

import fr.juliu.edition.CurrentEdition;
import fr.juliu.store.Database;
import fr.juliu.store.Ids;
import fr.juliu.store.Listings;
import fr.juliu.store.Watches;
import java.time.Clock;

/** Watches of a test's database. */
public final class Watchers {

    private Watchers() {
    }

    public static Watching of(Database database, CurrentEdition edition, Clock clock) {
        return new Watching(new Watches(database), new Listings(database, clock), edition::get, new Ids(clock));
    }
}
