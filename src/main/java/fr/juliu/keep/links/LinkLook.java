package fr.juliu.keep.links;

import fr.juliu.knowledge.CitedAddress;

/**
 * An address and what became of it.
 */
public record LinkLook(CitedAddress address, Finding finding) {
}
