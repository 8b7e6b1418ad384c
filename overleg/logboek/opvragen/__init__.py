"""Reading the logboek; every question is limited to what the asker may see."""
