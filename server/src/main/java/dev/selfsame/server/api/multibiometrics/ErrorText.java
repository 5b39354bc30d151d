package dev.selfsame.server.api.multibiometrics;

/** The errors of the contract, letter by letter; clients compare them. */
enum ErrorText {
    INVALID_JSON("Invalid JSON format"),
    CUSTOM_ID_MANDATORY("CustomID is mandatory"),
    CUSTOM_ID_EXISTS("CustomID already exists"),
    PERSON_NOT_FOUND("Person not found"),
    NO_FACE_TEMPLATE("Failed to extract face template"),
    NO_TEMPLATE("Failed to extract template"),
    INVALID_BASE64("Invalid base64 string");

    private final String text;

    ErrorText(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
