package fr.juliu.edition;

import fr.juliu.decide.HelpBook;
import fr.juliu.knowledge.Catalogue;
import fr.juliu.knowledge.CatalogueReader;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Problem;
import fr.juliu.search.Lexicon;
import fr.juliu.search.TextFolding;
import fr.juliu.understand.Aspects;
import fr.juliu.understand.GroupWords;
import fr.juliu.understand.Vocabulary;
import fr.juliu.understand.Wishes;
import java.util.List;
import java.util.Set;

/**
 * What the files of a folder of settings teach an edition, read all together, so that a mistake in any of them is told
 * before the edition answers.
 *
 * @param warnings what is doubtful in them
 */
record ConfigWords(Catalogue catalogue, Aspects aspects, Lexicon lexicon, HelpBook help, GroupWords groups,
        Wishes wishes, List<Problem> warnings) {

    /**
     * The files as they are now.
     *
     * @throws fr.juliu.knowledge.ConfigException when one is missing or wrong
     */
    static ConfigWords read(ConfigFolder config, TextFolding folding) {
        Aspects aspects = Aspects.read(config);
        return new ConfigWords(new CatalogueReader(config).read(), aspects, Lexicon.read(config),
                HelpBook.read(config, aspects), GroupWords.read(config, folding), Wishes.read(config, folding),
                config.warnings());
    }

    /** The words by which questions are understood, as far as an edition is to have them. */
    Vocabulary vocabulary(Set<Part> parts, TextFolding folding) {
        return new Vocabulary(parts.contains(Part.CATALOGUE) ? catalogue : catalogue.withoutPermits(), aspects,
                parts.contains(Part.LEXICON) ? lexicon : lexicon.withoutSynonyms(), folding);
    }
}
