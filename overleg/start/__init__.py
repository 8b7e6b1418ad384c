"""The first page: what each person must do now; the menu; /healthz."""
