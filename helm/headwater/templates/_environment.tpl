{{/* A variable whose value is a key of a secret; takes name, secret and key. */}}
{{- define "headwater.fromSecret" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}

{{/* What every application is told; takes root, name and its entry in the values. */}}
{{- define "headwater.environment" -}}
{{- $values := .root.Values -}}
- name: JAVA_TOOL_OPTIONS
  value: {{ .entry.javaOptions | default $values.defaults.javaOptions | quote }}
- name: QUARKUS_HTTP_HOST
  value: "0.0.0.0"
- name: QUARKUS_HTTP_PORT
  value: "8080"
- name: HEADWATER_DB_HOST
  value: {{ $values.database.host | quote }}
- name: HEADWATER_DB_PORT
  value: {{ $values.database.port | quote }}
- name: HEADWATER_DB_NAME
  value: {{ $values.database.name | quote }}
{{ include "headwater.fromSecret" (dict "name" "HEADWATER_DB_PASSWORD" "secret" $values.database.passwordSecret "key" .name) }}
{{- end }}

{{/* What a service is told beyond that. */}}
{{- define "headwater.environment.service" -}}
- name: HEADWATER_KAFKA
  value: {{ .root.Values.kafka.bootstrapServers | quote }}
{{ include "headwater.fromSecret" (dict "name" "HEADWATER_TOKEN_PUBLIC_KEY" "secret" .root.Values.tokenSecret "key" "public.pem") }}
{{- end }}

{{/* What the gateway is told beyond that. */}}
{{- define "headwater.environment.gateway" -}}
{{- $root := .root -}}
- name: QUARKUS_MANAGEMENT_HOST
  value: "0.0.0.0"
- name: QUARKUS_MANAGEMENT_PORT
  value: "9000"
{{- range $name, $_ := $root.Values.services }}
- name: HEADWATER_SERVICES_{{ upper $name }}
  value: http://{{ include "headwater.release" $root }}-{{ $name }}:8080
{{- end }}
- name: HEADWATER_RATE_QUOTA
  value: {{ int $root.Values.gateway.requestsPerMinute | quote }}
- name: HEADWATER_FAULTS
  value: {{ $root.Values.gateway.faults | quote }}
{{ include "headwater.fromSecret" (dict "name" "HEADWATER_TOKEN_PRIVATE_KEY" "secret" $root.Values.tokenSecret "key" "private.pem") }}
{{ include "headwater.fromSecret" (dict "name" "HEADWATER_OPERATOR_KEY" "secret" $root.Values.gateway.operatorSecret "key" "operator-key") }}
{{- end }}
