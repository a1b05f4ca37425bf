package fr.juliu.web.desk;

import java.util.List;

/**
 * A page of a long list.
 *
 * @param items  those on it
 * @param number from 1
 * @param pages  how many there are, at least 1
 * @param all    how long the list is
 */
record PageOf<T>(List<T> items, int number, int pages, int all) {

    /** The page of that number; the nearest that there is. */
    static <T> PageOf<T> of(List<T> all, int number, int size) {
        int pages = Math.max(1, Math.ceilDiv(all.size(), size));
        int page = Math.clamp(number, 1, pages);
        int from = (page - 1) * size;
        return new PageOf<>(List.copyOf(all.subList(from, Math.min(all.size(), from + size))), page, pages,
                all.size());
    }

    public boolean hasNext() {
        return number < pages;
    }

    public boolean hasPrevious() {
        return number > 1;
    }
}
