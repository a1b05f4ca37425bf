/**
 * The HTTP edge: {@link AskController} answers the API and the chat page; pages to read and the desk lie in rooms of
 * their own.
 */
@NullMarked
package fr.juliu.web;

import org.jspecify.annotations.NullMarked;
