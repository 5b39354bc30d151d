package dev.selfsame.server.person;

/** How the comparisons of a verification become one decision. */
public enum MatchRule {
    /** Everything that was sent has to match. */
    ALL,
    /** One match is enough. */
    ANY
}
