package nl.poort25.registration;

public record ProofEnded(Registration registration) implements DomainAct {}
