package fr.juliu.web;

import org.springframework.boot.health.contributor.Status;

/** The states of health that this app tells; application.yml says in which order, and with which HTTP status. */
final class HealthStates {

    /** All is well. */
    static final Status UP = Status.UP;
    /** Questions are answered, but something needs the operator. */
    static final Status DEGRADED = new Status("DEGRADED");
    /** Questions are answered, but slowly yet. */
    static final Status WARMING = new Status("WARMING");

    private HealthStates() {
    }
}
