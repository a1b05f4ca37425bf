/** What in a text leads to a person: telephones, papers, accounts, addresses; and what only looks like it. */
@NullMarked
package fr.juliu.store.mask;

import org.jspecify.annotations.NullMarked;
