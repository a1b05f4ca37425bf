package fr.juliu.store;

import java.util.OptionalLong;

/**
 * How a database does.
 *
 * @param works   whether it takes what is written, as far as is known
 * @param waiting how much is still to be written that nobody waits for
 * @param lost    what could not be written since the start
 * @param removed what was deleted since the start because there was more than is kept
 * @param bytes   how large it is; empty when that cannot be told now
 */
public record StoreFigures(boolean works, int waiting, long lost, long removed, OptionalLong bytes) {
}
