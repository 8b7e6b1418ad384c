"""Forms: what people type, checked and handed on as one frozen value per form."""
