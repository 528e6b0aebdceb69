"""Why a person would act, and when."""
