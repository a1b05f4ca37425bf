package fr.juliu.decide;

import fr.juliu.knowledge.KnownQuestion;

/** A known question with what untaught places claim, itself left out. */
public record KnownClaim(KnownQuestion known, Claim claim) {

    /** The same with the untaught places best first, by what their features weigh. */
    KnownClaim weighed(Claim.Weights weights) {
        return new KnownClaim(known, claim.weighed(weights.places()));
    }

    /** Whether an untaught place is one of those that answer it. */
    boolean isRight(Claim.Untaught place) {
        return asked().isRight(place.candidate());
    }

    /** Whether the table answers it. */
    boolean isForTable() {
        return !asked().isForSection() && !asked().isForNone();
    }

    /** Whether it comes out right by some weights. */
    public boolean isRight(Claim.Weights weights) {
        Scoring scoring = claim.settled(weights);
        return asked().isRight(scoring.choice(), scoring.candidates());
    }

    private KnownFeatures asked() {
        return new KnownFeatures(known, claim.taught());
    }
}
