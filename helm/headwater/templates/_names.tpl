{{/* The release's name, once, whether or not the release is called headwater. */}}
{{- define "headwater.release" -}}
{{- if contains "headwater" .Release.Name }}{{ .Release.Name }}{{ else }}{{ .Release.Name }}-headwater{{ end -}}
{{- end }}

{{/* What all pods of the release share. */}}
{{- define "headwater.selector" -}}
app.kubernetes.io/name: headwater
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* Labels of one application; takes root and name. */}}
{{- define "headwater.labels" -}}
{{ include "headwater.selector" .root }}
app.kubernetes.io/component: {{ .name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "headwater.account" -}}
{{ .Values.serviceAccount.name | default (include "headwater.release" .) }}
{{- end }}
