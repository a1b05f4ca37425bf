package fr.juliu.edition;

import fr.juliu.decide.OfficialPages;
import fr.juliu.decide.RenewalDates;
import fr.juliu.knowledge.ConfigFolder;
import fr.juliu.knowledge.Problem;
import fr.juliu.knowledge.Topics;
import fr.juliu.search.TextFolding;
import java.time.Clock;
import java.util.List;

/** Whether an edition could be built with a folder of settings, told without a model and an index. */
public final class ConfigCheck {

    private ConfigCheck() {
    }

    /**
     * What is doubtful in the files of the folder, a part of what the edition tells.
     *
     * @throws fr.juliu.knowledge.ConfigException when one is missing or wrong
     */
    public static List<Problem> of(ConfigFolder folder, Clock clock) {
        TextFolding folding = new TextFolding();
        ConfigWords words = ConfigWords.read(folder, folding);
        OfficialPages.read(folder, words.catalogue(), folding, null);
        RenewalDates.read(folder, folding, clock, null);
        Topics.read(folder);
        return words.warnings();
    }
}
