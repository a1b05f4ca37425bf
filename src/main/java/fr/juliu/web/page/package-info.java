/**
 * The pages to read: articles by topic, the table, what changed, the timeline, the search box, what the chat shows before
 * anybody asked, what stands in place of a page that is missing, the widget. Each controller is a door;
 * {@link ArticleHtml} writes an article as HTML.
 */
@NullMarked
package fr.juliu.web.page;

import org.jspecify.annotations.NullMarked;
