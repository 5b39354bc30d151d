package dev.selfsame.engine.face;

/**
 * Direction of the head in degrees after ISO/IEC 39794-5; 0, 0, 0 faces the camera.
 *
 * @param yawDegrees -90..90, positive towards the person's own left
 * @param pitchDegrees -90..90, positive looking down
 * @param rollDegrees -180..180, positive clockwise in the picture, towards the person's own left
 *     shoulder
 */
public record HeadPose(double yawDegrees, double pitchDegrees, double rollDegrees) {}
