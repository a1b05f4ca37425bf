package fr.juliu.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The numbers of contents that were given in an order, by their keys; the same content may have several. */
final class ContentNumbers {

    private static final int NONE = -1;

    private final long[] keys;
    private final int[] numbers;

    /** The numbers of contents, each its place in the order given. */
    ContentNumbers(long[] inOrder) {
        keys = inOrder.clone();
        Arrays.sort(keys);
        numbers = new int[keys.length];
        Arrays.fill(numbers, NONE);
        for (int number = 0; number < inOrder.length; number++) {
            int at = position(inOrder[number]);
            while (numbers[at] != NONE) {
                at++;
            }
            numbers[at] = number;
        }
    }

    /** Where a content stands among all in the order of their keys; negative when it is none of them. */
    int position(long key) {
        int at = Arrays.binarySearch(keys, key);
        while (at > 0 && keys[at - 1] == key) {
            at--;
        }
        return at;
    }

    /** How many there are. */
    int size() {
        return keys.length;
    }

    /** The numbers of the content that stands at a position. */
    IntStream at(int position) {
        return IntStream.range(position, keys.length).takeWhile(at -> keys[at] == keys[position])
                .map(at -> numbers[at]);
    }
}
