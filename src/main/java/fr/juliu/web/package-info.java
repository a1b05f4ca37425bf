/** The HTTP edge: the question interface and the chat page. */
@NullMarked
package fr.juliu.web;

import org.jspecify.annotations.NullMarked;
