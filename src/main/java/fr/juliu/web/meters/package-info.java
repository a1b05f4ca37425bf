/**
 * What the operator's Prometheus reads at {@code /actuator/prometheus} of answers, the edition and the store; the names
 * and what they mean stand in docs/OPERATING.md. No label holds what anybody wrote, or who.
 */
@NullMarked
package fr.juliu.web.meters;

import org.jspecify.annotations.NullMarked;
