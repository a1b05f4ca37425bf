package fr.juliu.knowledge;

/**
 * A kind of facts by how fast they age.
 *
 * @param name   how keepers write it, such as 金额
 * @param months for so long after they were checked they are told as they are
 * @param called what an answer calls such facts, such as 数
 */
public record AgeKind(String name, int months, String called) {

    public AgeKind {
        if (months < 1) {
            throw new IllegalArgumentException("'" + name + "' ages in " + months + " months; write 1 or more");
        }
    }
}
