{{- /* why no dot in these names: a test takes "selfsame." in this folder for the beginning of a setting */ -}}

{{- define "selfsame-name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "selfsame-fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else if contains (include "selfsame-name" .) .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "selfsame-name" .) | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "selfsame-selector" -}}
app.kubernetes.io/name: {{ include "selfsame-name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "selfsame-labels" -}}
{{ include "selfsame-selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "selfsame-image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- /* "true" where there is a PostgreSQL, empty in the embedded way */ -}}
{{- define "selfsame-shared" -}}
{{- $database := default dict .Values.settings.database -}}
{{- if $database.url -}}true{{- end -}}
{{- end -}}

{{- /* "true" where there is or can be more than one pod */ -}}
{{- define "selfsame-several" -}}
{{- if or .Values.autoscaling.enabled (gt (int .Values.replicas) 1) -}}true{{- end -}}
{{- end -}}

{{- /* Combinations that would lose data, or could never work */ -}}
{{- define "selfsame-check" -}}
{{- $several := include "selfsame-several" . -}}
{{- if and .Values.secret.keys (not .Values.secret.name) -}}
{{- fail "secret.keys are named, but not the Secret: set secret.name" -}}
{{- end -}}
{{- if include "selfsame-shared" . -}}
{{- if not (has "master-key" .Values.secret.keys) -}}
{{- fail "with PostgreSQL the master key must be in a Secret, or it would end with the pod: add master-key to secret.keys" -}}
{{- end -}}
{{- $biosession := default dict .Values.settings.biosession -}}
{{- if and $several (not (has "selfsame.biosession.redis-url" .Values.secret.keys)) (not (index $biosession "redis-url")) -}}
{{- fail "more than one pod needs a Redis for sessions: add selfsame.biosession.redis-url to secret.keys" -}}
{{- end -}}
{{- if and .Values.networkPolicy.enabled (not .Values.networkPolicy.egress) -}}
{{- fail "the network policy would cut the pods off from PostgreSQL: allow it in networkPolicy.egress" -}}
{{- end -}}
{{- else if $several -}}
{{- fail "the embedded database has one pod: set settings.database.url, or replicas to 1 and autoscaling.enabled to false" -}}
{{- end -}}
{{- if and .Values.serviceMonitor.enabled (not .Values.serviceMonitor.keySecret.name) -}}
{{- fail "metrics need a key of the scope metrics: set serviceMonitor.keySecret.name" -}}
{{- end -}}
{{- end -}}
