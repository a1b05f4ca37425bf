package fr.juliu.keep.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The day on which each address was last seen to lead somewhere, kept in a small file: addresses and days, nothing else.
 * A file that cannot be read counts as empty.
 */
public final class LinkLog {

    /** Its name in the folder of data. */
    public static final String FILE = "links.json";

    private static final Logger LOG = LoggerFactory.getLogger(LinkLog.class);
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int YEARS_KEPT = 2;

    private final @Nullable Path file;
    private final TreeMap<String, LocalDate> seen = new TreeMap<>();

    private LinkLog(@Nullable Path file) {
        this.file = file;
    }

    /**
     * What a file holds.
     *
     * @param file null when nothing is to be kept
     */
    public static LinkLog read(@Nullable Path file) {
        LinkLog log = new LinkLog(file);
        if (file != null && Files.exists(file)) {
            try {
                Map<String, String> days = JSON.readValue(Files.readString(file), new TypeReference<>() {
                });
                days.forEach((url, day) -> log.seen.put(url, LocalDate.parse(day)));
            } catch (IOException | JacksonException | DateTimeException e) {
                LOG.warn("The days in {} cannot be read ({}); they are noted anew", file, e.toString());
                log.seen.clear();
            }
        }
        return log;
    }

    /** The day on which an address was last seen; empty when it never was. */
    public Optional<LocalDate> lastSeen(String url) {
        return Optional.ofNullable(seen.get(url));
    }

    /** Notes what was seen on a day, and writes the file anew in one step; what nobody saw for two years is forgotten. */
    public void keep(List<LinkLook> looks, LocalDate today) {
        looks.stream().filter(look -> look.finding().isSeen()).forEach(look -> seen.put(look.address().url(), today));
        seen.values().removeIf(day -> day.isBefore(today.minusYears(YEARS_KEPT)));
        if (file != null) {
            write(file);
        }
    }

    private void write(Path whole) {
        TreeMap<String, String> days = new TreeMap<>();
        seen.forEach((url, day) -> days.put(url, day.toString()));
        try {
            Path fresh = Files.createTempFile(whole.toAbsolutePath().getParent(), FILE, ".new");
            try {
                Files.writeString(fresh, JSON.writeValueAsString(days) + "\n");
                Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the days of good looks cannot be written to " + whole, e);
        }
    }
}
