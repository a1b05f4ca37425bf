package fr.juliu.trust;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests of the usual build that the profile {@code trust} runs, too: a row of the table tells how it went. */
@Tag("trust")
@ExtendWith(TriedRow.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tried {

    /** What is tried, in a few words. */
    String value();

    /** The part of the table. */
    String part() default "faults";
}
