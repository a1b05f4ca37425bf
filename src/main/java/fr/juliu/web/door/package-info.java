/**
 * The front door: how many connections come in, how long a request may take to arrive, how many are answered at a time,
 * and how the house closes.
 */
@NullMarked
package fr.juliu.web.door;

import org.jspecify.annotations.NullMarked;
