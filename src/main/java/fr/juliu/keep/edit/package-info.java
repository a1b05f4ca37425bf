/**
 * Editing the folder of articles without touching its files by hand: {@link KnowledgeFolder} saves, {@link DraftEditions}
 * answers from what is not saved yet.
 *
 * <p>A {@link TextEdit} says what is to change and what it starts from; where that is no longer so, nothing is saved. A
 * file is written beside and moved, so it is whole at any moment. In a git clone each save is a commit; elsewhere the
 * former text is kept in a hidden folder. Nothing is published: that is done by reindexing, with its gates.
 */
@NullMarked
package fr.juliu.keep.edit;

import org.jspecify.annotations.NullMarked;
