/** From a question to a sealed answer that can explain itself. */
@NullMarked
package fr.juliu.answer;

import org.jspecify.annotations.NullMarked;
