/* What the reference uses of swagger-ui-dist, which brings no types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  interface Options {
    readonly dom_id: string;
    readonly url: string;
    readonly layout: string;
    readonly deepLinking: boolean;
    readonly docExpansion: 'list' | 'full' | 'none';
    readonly defaultModelsExpandDepth: number;
    readonly displayRequestDuration: boolean;
    readonly validatorUrl: null;
    readonly queryConfigEnabled: boolean;
    readonly persistAuthorization: boolean;
    readonly withCredentials: boolean;
    readonly onComplete: () => void;
  }
  export default function SwaggerUI(options: Options): unknown;
}
