{{/* One application: its pods, its address, and how many of them may be away at once; takes root, name and entry. */}}
{{- define "headwater.application" -}}
{{- $values := .root.Values -}}
{{- $full := printf "%s-%s" (include "headwater.release" .root) .name -}}
{{- $gateway := eq .name "gateway" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $full }}
  labels:
    {{- include "headwater.labels" . | nindent 4 }}
spec:
  replicas: {{ .entry.replicas | default $values.defaults.replicas }}
  selector:
    matchLabels:
      {{- include "headwater.selector" .root | nindent 6 }}
      app.kubernetes.io/component: {{ .name }}
  template:
    metadata:
      labels:
        {{- include "headwater.labels" . | nindent 8 }}
    spec:
      serviceAccountName: {{ include "headwater.account" .root }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      {{- with $values.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        fsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "headwater.selector" .root | nindent 14 }}
              app.kubernetes.io/component: {{ .name }}
      containers:
        - name: {{ .name }}
          image: {{ printf "%s/%s:%s" $values.image.repository .name ($values.image.tag | default .root.Chart.AppVersion) | quote }}
          imagePullPolicy: {{ $values.image.pullPolicy }}
          env:
            {{- include "headwater.environment" . | nindent 12 }}
            {{- include (printf "headwater.environment.%s" (ternary "gateway" "service" $gateway)) . | nindent 12 }}
          ports:
            - name: http
              containerPort: 8080
            {{- if $gateway }}
            - name: management
              containerPort: 9000
            {{- end }}
          startupProbe:
            httpGet:
              path: /q/health/live
              port: http
            periodSeconds: 2
            failureThreshold: 60
          livenessProbe:
            httpGet:
              path: /q/health/live
              port: http
            periodSeconds: 10
            timeoutSeconds: 3
          readinessProbe:
            httpGet:
              path: /q/health/ready
              port: http
            periodSeconds: 5
            timeoutSeconds: 3
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          resources:
            {{- .entry.resources | default $values.defaults.resources | toYaml | nindent 12 }}
          volumeMounts:
            - name: temporary
              mountPath: /tmp
      volumes:
        - name: temporary
          emptyDir:
            sizeLimit: {{ .entry.temporarySpace | default $values.defaults.temporarySpace }}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ $full }}
  labels:
    {{- include "headwater.labels" . | nindent 4 }}
spec:
  selector:
    {{- include "headwater.selector" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .name }}
  ports:
    - name: http
      port: 8080
      targetPort: http
    {{- if $gateway }}
    - name: management
      port: 9000
      targetPort: management
    {{- end }}
{{- if $values.podDisruptionBudget.enabled }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ $full }}
  labels:
    {{- include "headwater.labels" . | nindent 4 }}
spec:
  maxUnavailable: {{ $values.podDisruptionBudget.maxUnavailable }}
  selector:
    matchLabels:
      {{- include "headwater.selector" .root | nindent 6 }}
      app.kubernetes.io/component: {{ .name }}
{{- end }}
{{- end }}
