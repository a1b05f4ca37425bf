package fr.juliu.web.page;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What all templates of this package are given. */
@ControllerAdvice(basePackageClasses = PageWords.class)
final class PageWords {

    private final FrenchWords french = new FrenchWords();

    @ModelAttribute("french")
    FrenchWords french() {
        return french;
    }
}
