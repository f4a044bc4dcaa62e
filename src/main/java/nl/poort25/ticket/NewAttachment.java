package nl.poort25.ticket;

/** A file whose name and content have been looked at ({@link AttachmentLimits}). */
@SuppressWarnings("ArrayRecordComponent") // only handed on
record NewAttachment(String name, AttachmentType type, byte[] bytes) {}
