package nl.poort25.domain;

public record ProofEnded(Registration registration) implements DomainAct {}
