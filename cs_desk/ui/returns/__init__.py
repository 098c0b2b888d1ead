"""The room 退货单 and the supervisor's checklist: one file per thing that a person can point at."""
