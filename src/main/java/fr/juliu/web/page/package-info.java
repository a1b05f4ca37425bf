/**
 * The pages to read: articles, the table, what changed, the timeline, the widget. Each controller is a door;
 * {@link ArticleHtml} writes an article as HTML.
 */
@NullMarked
package fr.juliu.web.page;

import org.jspecify.annotations.NullMarked;
